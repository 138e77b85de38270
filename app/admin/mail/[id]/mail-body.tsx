import { Card } from "@/components/ui/card";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { MailDetail } from "@/lib/mails/schema";

const ADDRESS = /(https?:\/\/[^\s]+)/;

const GONE: Readonly<Record<MailDetail["status"], string>> = {
  queued: "It is on its way: what it says can be read only if it has to stay here, for want of a mail server.",
  sent: "What it said was not kept after it was sent.",
  failed: "What it said was not kept after sending was given up.",
  kept: "It has no text.",
};

/** What a mail says, as text whose links work, and as the recipient's mail program would show it. */
export function MailBody({ mail: { status, body_text: text, body_html: html } }: { mail: MailDetail }) {
  if (text === null)
    return (
      <Card title="Text">
        <p className="text-muted-foreground">{GONE[status]}</p>
      </Card>
    );
  return (
    <Tabs defaultValue="text">
      <TabList>
        <Tab value="text">Text</Tab>
        {html !== null && <Tab value="html">As shown</Tab>}
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
              title="The mail as its recipient sees it"
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
