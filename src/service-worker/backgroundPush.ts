import type { BackgroundWork } from "./background.ts";
import { pushWaiting } from "./pushWaiting.ts";
import { renewPush } from "./renewPush.ts";
import { tellWaiting } from "./tellWaiting.ts";

declare const self: ServiceWorkerGlobalScope & { background?: BackgroundWork };

// All that needs storage or the endpoint, in a script of its own: see `importBackground.ts`.
self.background = {
  pushWaiting: () => pushWaiting(self),
  tellWaiting: () => tellWaiting(self),
  renewPush: (given) => renewPush(self, given),
};
