// For gjs: the smallest browser that WebKitWebDriver can drive. No toolbar, so that the viewport has
// exactly the size asked for; a profile, a language, a colour scheme and a font size of its own.
imports.gi.versions.Gtk = "3.0";
imports.gi.versions.WebKit2 = "4.1";
const { Gtk, Gio, GLib, WebKit2 } = imports.gi;

Gtk.init(null);
const options = Object.fromEntries(ARGV.map((part) => part.replace(/^--/, "").split("=")));
const [width, height] = options.size.split("x").map(Number);
Gtk.Settings.get_default().gtk_application_prefer_dark_theme = options.scheme === "dark";

const store = new WebKit2.WebsiteDataManager({
  base_data_directory: `${options.profile}/data`,
  base_cache_directory: `${options.profile}/cache`,
});
const context = new WebKit2.WebContext({ website_data_manager: store });
context.set_preferred_languages([options.lang]);
context.set_automation_allowed(true);

const createSettings = () => {
  const settings = new WebKit2.Settings({ default_font_size: 16 * Number(options.textscale) });
  const wanted = options.features.split(",");
  const features = WebKit2.Settings.get_all_features();
  for (let index = 0; index < features.get_length(); index += 1) {
    const feature = features.get(index);
    if (wanted.includes(feature.get_identifier())) settings.set_feature_enabled(feature, true);
  }
  return settings;
};

// What a page's policy has blocked, a line each, where whoever drives this finds it.
const watchPolicy = () => {
  const content = new WebKit2.UserContentManager();
  content.register_script_message_handler("policy");
  content.connect("script-message-received::policy", (_content, result) => {
    const file = Gio.File.new_for_path(`${options.profile}/policy-broken`);
    const stream = file.append_to(Gio.FileCreateFlags.NONE, null);
    stream.write_bytes(new GLib.Bytes(`${result.get_js_value().to_string()}\n`), null);
    stream.close(null);
  });
  const source = `document.addEventListener("securitypolicyviolation", (violation) => {
    const { effectiveDirective, blockedURI, sourceFile } = violation;
    const said = "policy broken: " + [effectiveDirective, blockedURI, sourceFile].join(" ");
    webkit.messageHandlers.policy.postMessage(said);
  })`;
  const { UserContentInjectedFrames, UserScriptInjectionTime } = WebKit2;
  content.add_script(
    new WebKit2.UserScript(
      source,
      UserContentInjectedFrames.ALL_FRAMES,
      UserScriptInjectionTime.START,
      null,
      null,
    ),
  );
  return content;
};

const openView = () => {
  const view = new WebKit2.WebView({
    web_context: context,
    is_controlled_by_automation: true,
    settings: createSettings(),
    user_content_manager: watchPolicy(),
  });
  view.connect("permission-request", (_view, request) => {
    request.allow();
    return true;
  });
  const window = new Gtk.Window({ decorated: false });
  window.set_default_size(width, height);
  window.add(view);
  window.show_all();
  view.connect("close", () => window.destroy());
  return view;
};

context.connect("automation-started", (_context, session) => {
  const application = new WebKit2.ApplicationInfo();
  application.set_name("EnlaceShell");
  application.set_version(1, 0, 0);
  session.set_application_info(application);
  session.connect("create-web-view", openView);
  session.connect("create-web-view::tab", openView);
});

// The network's switch: SIGUSR1 sends everything to a proxy that isn't there, SIGUSR2 undoes it.
const onSignal = (signal, mode, proxy) =>
  GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal, () => {
    store.set_network_proxy_settings(mode, proxy);
    return GLib.SOURCE_CONTINUE;
  });
const deadProxy = WebKit2.NetworkProxySettings.new("http://127.0.0.1:9", null);
onSignal(10, WebKit2.NetworkProxyMode.CUSTOM, deadProxy);
onSignal(12, WebKit2.NetworkProxyMode.NO_PROXY, null);

Gtk.main();
