import { placeToKey } from "#domain/thread/thread.ts";
import { useHashLocation, useHashSearch } from "#ui/useHashLocation.ts";
import { EngageScreen } from "./EngageScreen.tsx";
import { InquiriesScreen } from "./InquiriesScreen.tsx";
import { InquiryScreen } from "./InquiryScreen.tsx";
import { NewInquiryScreen } from "./NewInquiryScreen.tsx";
import { NotFoundInquiry } from "./NotFoundInquiry.tsx";
import { parseInquiryRoute } from "./parseInquiryRoute.ts";
import { ReplyScreen } from "./ReplyScreen.tsx";
import { ThreadScreen } from "./ThreadScreen.tsx";
import { TroubledScreen } from "./TroubledScreen.tsx";
import "./inquiries.css";

/** Everything under `#/inquiries`. */
export const InquiryRoutes = () => {
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
