"use client";

import { Ban, Copy, MoreHorizontal, Pencil, RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuLink,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { Tooltip } from "@/components/ui/tooltip";
import { LONG_NAME } from "../../sample";
import { Specimen } from "../../specimen";

const PRESS = [{ do: "click", on: "button" }] as const;

export function PopupSpecimens() {
  return (
    <>
      <Specimen of="Menu" state="open" steps={PRESS} shows="role=menu">
        <Menu>
          <MenuTrigger render={<Button size="icon" aria-label="More" />}>
            <MoreHorizontal aria-hidden />
          </MenuTrigger>
          <MenuContent>
            <MenuItem icon={<Pencil aria-hidden />}>Edit</MenuItem>
            <MenuItem icon={<Copy aria-hidden />}>Copy id</MenuItem>
            <MenuItem icon={<RotateCcw aria-hidden />} disabled>
              Restore
            </MenuItem>
            <MenuSeparator />
            <MenuItem icon={<Ban aria-hidden />} tone="danger">
              Cancel payment
            </MenuItem>
          </MenuContent>
        </Menu>
      </Specimen>
      <Specimen of="Menu" state="choices" steps={PRESS} shows="role=menu">
        <Menu>
          <MenuTrigger render={<Button />}>Choices</MenuTrigger>
          <MenuContent>
            <MenuGroup>
              <MenuLabel>Places</MenuLabel>
              <MenuLink href="/gallery/overlays" current>
                {LONG_NAME}
              </MenuLink>
              <MenuLink href="/gallery/records">Northwind Travel</MenuLink>
            </MenuGroup>
            <MenuSeparator />
            <MenuCheckboxItem checked onCheckedChange={() => {}}>
              Reference
            </MenuCheckboxItem>
            <MenuCheckboxItem checked={false} onCheckedChange={() => {}}>
              Customer
            </MenuCheckboxItem>
            <MenuSeparator />
            <MenuRadioGroup value="light">
              <MenuRadioItem value="light">Light</MenuRadioItem>
              <MenuRadioItem value="dark">Dark</MenuRadioItem>
            </MenuRadioGroup>
          </MenuContent>
        </Menu>
      </Specimen>
      <Specimen of="Popover" state="open" steps={PRESS} shows="role=dialog">
        <Popover>
          <PopoverTrigger render={<Button />}>Popover</PopoverTrigger>
          <PopoverContent title="Amount">
            <p>Anything that belongs to the button.</p>
          </PopoverContent>
        </Popover>
      </Specimen>
      <Specimen of="Tooltip" state="open" steps={[{ do: "hover", on: "button" }]} shows="text=by the booking engine">
        <Tooltip content={`Created by the booking engine of ${LONG_NAME}`}>
          <Button>Tooltip</Button>
        </Tooltip>
      </Specimen>
      <Specimen of="Sheet" state="open at the end" steps={PRESS} shows="role=dialog">
        <Sheet>
          <SheetTrigger render={<Button />}>Sheet</SheetTrigger>
          <SheetContent title="Details">
            <p className="p-4">Content beside the page.</p>
          </SheetContent>
        </Sheet>
      </Specimen>
      <Specimen of="Sheet" state="open at the start" steps={PRESS} shows="role=dialog">
        <Sheet>
          <SheetTrigger render={<Button />}>Sheet at the start</SheetTrigger>
          <SheetContent title="Navigation" side="left">
            <p className="p-4">Content beside the page.</p>
          </SheetContent>
        </Sheet>
      </Specimen>
    </>
  );
}
