import "i18next";
import type app from "../../locales/en/app.json";
import type correction from "../../locales/en/correction.json";
import type device from "../../locales/en/device.json";
import type directory from "../../locales/en/directory.json";
import type errors from "../../locales/en/errors.json";
import type guidance from "../../locales/en/guidance.json";
import type inquiries from "../../locales/en/inquiries.json";
import type sentences from "../../locales/en/sentences.json";
import type words from "../../locales/en/words.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    returnNull: false;
    resources: {
      app: typeof app;
      correction: typeof correction;
      device: typeof device;
      directory: typeof directory;
      errors: typeof errors;
      guidance: typeof guidance;
      inquiries: typeof inquiries;
      sentences: typeof sentences;
      words: typeof words;
    };
  }
}
