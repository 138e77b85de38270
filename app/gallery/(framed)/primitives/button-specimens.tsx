import { ArrowRight, Ban, Plus } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { LONG_NAME, ROW } from "../../sample";
import { Specimen } from "../../specimen";

const VARIANTS = ["primary", "secondary", "ghost", "danger", "danger-outline", "link"] as const;

export function ButtonSpecimens() {
  return (
    <>
      <Specimen of="Button" state="variants">
        <div className={ROW}>
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant}>
              {variant}
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen of="Button" state="disabled">
        <div className={ROW}>
          {VARIANTS.map((variant) => (
            <Button key={variant} variant={variant} disabled>
              {variant}
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen of="Button" state="loading">
        <div className={ROW}>
          <Button variant="primary" loading>
            Saving
          </Button>
          <Button loading>Loading</Button>
          <Button variant="danger" loading>
            Revoking
          </Button>
        </div>
      </Specimen>
      <Specimen of="Button" state="sizes">
        <div className={ROW}>
          <Button size="sm">
            <Plus aria-hidden /> Small
          </Button>
          <Button>
            <Plus aria-hidden /> Medium
          </Button>
          <Button size="lg">
            <Plus aria-hidden /> Large
          </Button>
          <Button size="icon" aria-label="Icon">
            <Plus aria-hidden />
          </Button>
          <Button size="icon-sm" aria-label="Small icon">
            <Plus aria-hidden />
          </Button>
        </div>
      </Specimen>
      <Specimen of="Button" state="focused" steps={[{ do: "focus", on: "button" }]}>
        <Button variant="primary">Create payment intent</Button>
      </Specimen>
      <Specimen of="Button" state="long text">
        <div className="overflow-x-auto">
          <Button>{LONG_NAME}</Button>
        </div>
      </Specimen>
      <Specimen of="ButtonLink">
        <div className={ROW}>
          <ButtonLink href="/gallery" variant="primary">
            Create account
          </ButtonLink>
          <ButtonLink href="/gallery">
            Next <ArrowRight className="rtl:rotate-180" aria-hidden />
          </ButtonLink>
        </div>
      </Specimen>
      <Specimen of="IconButton">
        <div className={ROW}>
          <IconButton label="Cancel payment">
            <Ban aria-hidden />
          </IconButton>
          <IconButton label="Cancel refund" size="sm" variant="secondary">
            <Ban aria-hidden />
          </IconButton>
          <IconButton label="Cancel payout" disabled>
            <Ban aria-hidden />
          </IconButton>
        </div>
      </Specimen>
      <Specimen
        of="IconButton"
        state="hint"
        steps={[{ do: "hover", on: "button" }]}
        shows="text=Cancel every payment of this account"
      >
        <IconButton label="Cancel every payment of this account">
          <Ban aria-hidden />
        </IconButton>
      </Specimen>
      <Specimen of="CopyButton">
        <CopyButton text="ann@example.com" label="Copy e-mail" />
      </Specimen>
    </>
  );
}
