"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";
import { refuse, stayAway } from "../../actions";
import { LONG_NAME, SECRET } from "../../sample";
import { Specimen } from "../../specimen";

const PRESS = [{ do: "click", on: "button" }] as const;
const CONFIRM = [...PRESS, { do: "click", on: "role=alertdialog >> button >> nth=-1" }] as const;
const QUESTION = {
  title: "Revoke this key?",
  description: "Requests that use it are refused from this moment. This cannot be undone.",
  confirmLabel: "Revoke key",
};

export function DialogSpecimens() {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <Specimen of="Dialog" state="open" steps={PRESS} shows="role=dialog">
        <Dialog>
          <DialogTrigger render={<Button />}>Dialog</DialogTrigger>
          <DialogContent title="Cancel this payment?" description={`It was made for ${LONG_NAME}.`}>
            <p>The customer is not charged, and the booking engine is told.</p>
            <DialogFooter>
              <DialogClose render={<Button />}>Back</DialogClose>
              <Button variant="danger">Cancel payment</Button>
            </DialogFooter>
          </DialogContent>
        </Dialog>
      </Specimen>
      <Specimen of="Dialog" state="long" steps={PRESS} shows="role=dialog">
        <Dialog>
          <DialogTrigger render={<Button />}>Long dialog</DialogTrigger>
          <DialogContent title="Terms" size="lg">
            {Array.from({ length: 30 }, (_, index) => `${index + 1}. ${LONG_NAME}`).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </DialogContent>
        </Dialog>
      </Specimen>
      <Specimen of="ConfirmDialog" state="open" steps={PRESS} shows="role=alertdialog">
        <ConfirmDialog {...QUESTION} trigger={<Button variant="danger-outline">Revoke</Button>} action={refuse} />
      </Specimen>
      <Specimen of="ConfirmDialog" state="refused" steps={CONFIRM} shows="role=alertdialog >> role=alert">
        <ConfirmDialog {...QUESTION} trigger={<Button variant="danger-outline">Revoke again</Button>} action={refuse} />
      </Specimen>
      <Specimen of="ConfirmDialog" state="working" steps={CONFIRM} shows="role=alertdialog >> [aria-busy=true]">
        <ConfirmDialog
          {...QUESTION}
          trigger={<Button variant="danger-outline">Revoke slowly</Button>}
          action={stayAway}
        />
      </Specimen>
      <Specimen of="LazyDialog" state="open" steps={PRESS} shows="role=dialog">
        <LazyDialog
          trigger={<Button>Lazy dialog</Button>}
          title="Came on demand"
          load={() => Promise.resolve("The content was fetched when the button was pressed.")}
        >
          {(content) => <p>{content}</p>}
        </LazyDialog>
      </Specimen>
      <Specimen
        of="LazyDialog"
        state="loading"
        steps={PRESS}
        shows="[data-specimen=lazy-dialog-loading] [aria-busy=true]"
      >
        <LazyDialog trigger={<Button>Slow dialog</Button>} title="Never comes" load={stayAway}>
          {() => null}
        </LazyDialog>
      </Specimen>
      <Specimen of="SecretReveal">
        <SecretReveal label="API key" secret={SECRET} />
      </Specimen>
      <Specimen of="SecretDialog" state="open" steps={PRESS} shows="role=dialog">
        <Button onClick={() => setSecret(SECRET)}>Create key</Button>
        <SecretDialog
          title="API key created"
          description="For the booking engine of Harbour Hotels."
          secret={secret}
          label="API key"
          kept="I have stored the key in a safe place"
          onDone={() => setSecret(null)}
        />
      </Specimen>
    </>
  );
}
