"use client";

import { Ban, Copy, MoreHorizontal, Pencil, RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SecretReveal } from "@/components/ui/secret-reveal";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import { refuse } from "./actions";

export function OverlaySection() {
  return (
    <Card title="Overlays and tabs">
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <Dialog>
            <DialogTrigger render={<Button />}>Dialog</DialogTrigger>
            <DialogContent title="API key created" description="For the booking engine of Harbour Hotels.">
              <SecretReveal label="API key" secret="bh_sk_live_7Hk2mQ9xVb4TzR8nWc3YpL6dJf5Gs1Ae" />
              <DialogFooter>
                <DialogClose render={<Button variant="primary" />}>I have copied it</DialogClose>
              </DialogFooter>
            </DialogContent>
          </Dialog>
          <ConfirmDialog
            trigger={<Button variant="danger-outline">Confirm</Button>}
            title="Revoke this key?"
            description="Requests that use it are refused from this moment. This cannot be undone."
            confirmLabel="Revoke key"
            action={refuse}
          />
          <Sheet>
            <SheetTrigger render={<Button />}>Sheet</SheetTrigger>
            <SheetContent title="Details">
              <p className="p-4">Content beside the page.</p>
            </SheetContent>
          </Sheet>
          <Popover>
            <PopoverTrigger render={<Button />}>Popover</PopoverTrigger>
            <PopoverContent title="Amount">
              <p>Anything that belongs to the button.</p>
            </PopoverContent>
          </Popover>
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
          <Tooltip content="Created by the booking engine">
            <Button>Tooltip</Button>
          </Tooltip>
          <Button onClick={() => toast.success("Account saved")}>Toast</Button>
        </div>
        <Tabs defaultValue="details">
          <TabList>
            <Tab value="details">Details</Tab>
            <Tab value="history">History</Tab>
            <Tab value="metadata">Metadata</Tab>
          </TabList>
          <TabPanel value="details">Details of the record.</TabPanel>
          <TabPanel value="history">What happened to it.</TabPanel>
          <TabPanel value="metadata">What others noted on it.</TabPanel>
        </Tabs>
      </div>
    </Card>
  );
}
