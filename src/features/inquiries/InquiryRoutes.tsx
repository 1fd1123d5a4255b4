import { useTranslation } from "react-i18next";
import { placeToKey } from "#domain/thread/thread.ts";
import { InquiryScreen } from "#features/inquiries/draft/InquiryScreen.tsx";
import { NewInquiryScreen } from "#features/inquiries/draft/NewInquiryScreen.tsx";
import { EngageScreen } from "#features/inquiries/engage/EngageScreen.tsx";
import { InquiriesScreen } from "#features/inquiries/list/InquiriesScreen.tsx";
import { NotFoundInquiry } from "#features/inquiries/opened/ToThread.tsx";
import { ReplyScreen } from "#features/inquiries/reply/ReplyScreen.tsx";
import { ThreadScreen } from "#features/inquiries/thread/ThreadScreen.tsx";
import { TroubledScreen } from "#features/inquiries/thread/TroubledScreen.tsx";
import { useHashLocation, useHashSearch } from "#ui/browser/useHashLocation.ts";
import { parseInquiryRoute } from "./inquiryRoute.ts";

/** Everything under `#/inquiries`. */
export const InquiryRoutes = () => {
  // Loads these namespaces before anything below renders.
  useTranslation(["inquiries", "sentences", "words"]);
  const [path] = useHashLocation();
  const route = parseInquiryRoute(path, useHashSearch());
  switch (route.type) {
    case "list":
      return <InquiriesScreen />;
    case "new":
      return <NewInquiryScreen to={route.to} />;
    case "inquiry":
      return <InquiryScreen key={route.id} id={route.id} step={route.step} />;
    case "thread":
      return <ThreadScreen key={placeToKey(route.place)} place={route.place} />;
    case "reply":
      return <ReplyScreen key={placeToKey(route.place)} place={route.place} kind={route.kind} />;
    case "engage":
      return <EngageScreen place={route.place} />;
    case "troubled":
      return <TroubledScreen desk={route.desk} id={route.id} />;
    case "unknown":
      return <NotFoundInquiry />;
  }
};
