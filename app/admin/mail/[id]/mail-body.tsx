import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { MailDetail } from "@/lib/mails/schema";

const ADDRESS = /(https?:\/\/[^\s]+)/;

/** What a mail says, as text whose links work, and as the recipient's mail program would show it. */
export function MailBody({ mail: { status, body_text: text, body_html: html } }: { mail: MailDetail }) {
  const t = useTranslations("server.adminMail");
  if (text === null)
    return (
      <Card title={t("text")}>
        <p className="text-muted-foreground">{t(`gone.${status}`)}</p>
      </Card>
    );
  return (
    <Tabs defaultValue="text">
      <TabList>
        <Tab value="text">{t("text")}</Tab>
        {html !== null && <Tab value="html">{t("shown")}</Tab>}
      </TabList>
      <TabPanel value="text">
        <Card>
          <div className="max-w-prose whitespace-pre-wrap break-words">{linked(text)}</div>
        </Card>
      </TabPanel>
      {html !== null && (
        <TabPanel value="html">
          <Card flush>
            {/* No script runs in it and it loads nothing; a link opens in a tab of its own. */}
            <iframe
              title={t("frame")}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={html.replaceAll("<a ", '<a target="_blank" rel="noopener" ')}
              className="h-[36rem] w-full rounded-lg bg-white"
            />
          </Card>
        </TabPanel>
      )}
    </Tabs>
  );
}

/** The text with its addresses as links. */
function linked(text: string) {
  return text.split(ADDRESS).map((part, index) =>
    ADDRESS.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
      <a key={index} href={part} className="text-accent underline underline-offset-2">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
