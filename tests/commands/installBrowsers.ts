import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

/** What a package brings that we use: there, the package is there. */
const packages = {
  chromium: "/usr/bin/chromium",
  "chromium-headless-shell": "/usr/bin/chromium-headless-shell",
  "firefox-esr": "/usr/bin/firefox-esr",
  "webkit2gtk-driver": "/usr/bin/WebKitWebDriver",
  gjs: "/usr/bin/gjs",
  "gir1.2-webkit2-4.1": "/usr/lib/{,*/}girepository-1.0/WebKit2-4.1.typelib",
  xvfb: "/usr/bin/Xvfb",
  xauth: "/usr/bin/xauth",
  "util-linux": "/usr/bin/setpriv",
  age: "/usr/bin/age",
} as const;

/** Installs the browsers that are missing, and the program that opens an export; false, with the reason printed, if it can't. */
export const installBrowsers = (): boolean => {
  const missing = listMissing();
  if (missing.length === 0) return true;
  const install = ["install", "-y", "--no-install-recommends", ...missing];
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) {
    console.error(`The journeys need ${missing.join(", ")}. On Debian, as root:`);
    console.error(`  apt-get update && apt-get ${install.join(" ")}`);
    return false;
  }
  console.log(`Installing ${missing.join(", ")}`);
  // A machine that cannot refresh its lists may still have the packages in them.
  runApt(["update", "-qq"], 120_000);
  runApt([...install, "-qq"], 420_000);
  const stillMissing = listMissing();
  if (stillMissing.length > 0) console.error(`Could not install ${stillMissing.join(", ")}`);
  return stillMissing.length === 0;
};

const listMissing = (): readonly string[] =>
  Object.entries(packages).flatMap(([name, proof]) => (globSync(proof).length > 0 ? [] : [name]));

const runApt = (parameters: readonly string[], timeoutMs: number): void => {
  spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=60", ...parameters], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: timeoutMs,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
};
