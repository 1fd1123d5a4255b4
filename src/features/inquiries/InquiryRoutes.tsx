import { useHashLocation, useHashSearch } from "#ui/useHashLocation.ts";
import { InquiriesScreen } from "./InquiriesScreen.tsx";
import { InquiryScreen } from "./InquiryScreen.tsx";
import { NewInquiryScreen } from "./NewInquiryScreen.tsx";
import { NotFoundInquiry } from "./NotFoundInquiry.tsx";
import { parseInquiryRoute } from "./parseInquiryRoute.ts";
import { ReceivedScreen } from "./ReceivedScreen.tsx";
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
    case "received":
      return <ReceivedScreen desk={route.desk} id={route.id} />;
    case "unknown":
      return <NotFoundInquiry />;
  }
};
