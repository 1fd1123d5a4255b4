import { useTranslation } from "react-i18next";
import type { ReplyKind } from "#domain/letter/replyDraft.ts";
import type { ThreadPlace, ThreadSide } from "#domain/thread/thread.ts";
import { replyHref } from "#features/inquiries/inquiryRoute.ts";
import type { ThreadPlan } from "#features/inquiries/opened/planThread.ts";
import { ProcedureQuote } from "#features/inquiries/text/MeaningQuotes.tsx";
import { formatInstant } from "#i18n/format.ts";
import { ButtonLink } from "#ui/controls/Button.tsx";
import { Callout } from "#ui/signs/Callout.tsx";
import "./ReplyOptions.css";

/**
 * Offers the replies that can be written now: the procedure's two options first, then later ones.
 */
export const ReplyOptions = ({ plan }: { readonly plan: ThreadPlan }) => {
  const { t } = useTranslation("inquiries");
  const { replies, replyDraft, status, record } = plan;
  const { side } = status;
  if (!side || (replies.length === 0 && !replyDraft)) return null;
  const isFirst = side === "asked" && replies.includes("acknowledgement");
  return (
    <section>
      <h2>{t(isFirst ? "replies.options.title" : "replies.group.title")}</h2>
      {isFirst && (
        <p>
          <a href="#/procedures/response">{t("received.respond.action")}</a>
        </p>
      )}
      {replyDraft && <BegunReply plan={plan} />}
      {!replyDraft &&
        replies.map((kind) => (
          <ReplyOption key={kind} thread={record} kind={kind} side={side} isFirst={isFirst} />
        ))}
    </section>
  );
};

type ReplyOptionProps = {
  readonly thread: ThreadPlace;
  readonly kind: ReplyKind;
  readonly side: ThreadSide;
  /** True before the first reply, when the procedure names two options. */
  readonly isFirst: boolean;
};

const ReplyOption = ({ thread, kind, side, isFirst }: ReplyOptionProps) => {
  const { t } = useTranslation("inquiries");
  const option =
    isFirst && (kind === "answer" || kind === "acknowledgement") ? options[kind] : undefined;
  return (
    <div className="reply-option">
      <h3>{t(`replies.${option ?? kind}.title`)}</h3>
      {option ? (
        <ProcedureQuote text={t(`replies.${option}.message`)} />
      ) : (
        <p>{t(sideKeys[side][kind])}</p>
      )}
      <ButtonLink tone={option ? "primary" : "plain"} href={replyHref(thread, kind)}>
        {t(`replies.${kind}.action`)}
      </ButtonLink>
    </div>
  );
};

/**
 * Only one reply per thread is written at a time: a begun one is continued or becomes another kind.
 */
const BegunReply = ({ plan }: { readonly plan: ThreadPlan }) => {
  const { t, i18n } = useTranslation("inquiries");
  const { replyDraft, record } = plan;
  if (!replyDraft) return null;
  return (
    <Callout tone="plain" title={t("replies.begun.title")}>
      <p>
        {t("list.changed.label", {
          when: formatInstant(replyDraft.value.changedAt, i18n.language),
        })}
      </p>
      <ButtonLink tone="primary" href={replyHref(record, replyDraft.value.draft.kind)}>
        {t("replies.goOn.action")}
      </ButtonLink>
    </Callout>
  );
};

/** The procedure's numbers of the options. */
const options = { answer: "option1", acknowledgement: "option2" } as const;

const bothKeys = {
  answer: "replies.answer.message",
  acknowledgement: "replies.option2.message",
  closing: "replies.closing.message",
} as const;

const sideKeys = {
  asked: { ...bothKeys, update: "replies.updateAsked.message" },
  asker: { ...bothKeys, update: "replies.updateAsker.message" },
} as const satisfies Record<ThreadSide, Record<ReplyKind, string>>;
