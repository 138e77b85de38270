"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { Switch } from "@/components/ui/switch";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { ROW } from "../../sample";
import { Specimen } from "../../specimen";

const MODES = [
  { value: "all", label: "All accounts" },
  { value: "some", label: "Chosen accounts", hint: "Lists and totals show these only" },
  { value: "none", label: "No accounts", hint: "Owners need all of them", disabled: true },
];

export function ChoiceSpecimens() {
  return (
    <>
      <Specimen of="Checkbox">
        <div className={ROW}>
          <Checkbox aria-label="Off" />
          <Checkbox aria-label="On" defaultChecked />
          <Checkbox aria-label="Partly" indeterminate />
          <Checkbox aria-label="Fixed, off" disabled />
          <Checkbox aria-label="Fixed, on" disabled defaultChecked />
        </div>
      </Specimen>
      <Specimen of="Checkbox" state="focused" steps={[{ do: "focus", on: "role=checkbox" }]}>
        <Checkbox aria-label="Focused" defaultChecked />
      </Specimen>
      <Specimen of="RadioGroup">
        <RadioGroup aria-label="Access" options={MODES} defaultValue="all" />
      </Specimen>
      <Specimen of="RadioGroup" state="disabled">
        <RadioGroup aria-label="Fixed access" options={MODES} defaultValue="some" disabled />
      </Specimen>
      <Specimen of="Switch">
        <div className={ROW}>
          <Switch aria-label="Switched off" />
          <Switch aria-label="Switched on" defaultChecked />
          <Switch aria-label="Fixed off" disabled />
          <Switch aria-label="Fixed on" defaultChecked disabled />
        </div>
      </Specimen>
      <Specimen of="Switch" state="focused" steps={[{ do: "focus", on: "role=switch" }]}>
        <Switch aria-label="Focused switch" />
      </Specimen>
      <Specimen of="Tabs">
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
      </Specimen>
    </>
  );
}
