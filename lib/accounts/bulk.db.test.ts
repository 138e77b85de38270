import { beforeAll, expect, test } from "vitest";
import type { MemberActor } from "../actor";
import { callApi } from "../testing/api";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "../testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const post = (verb: string, ids: string[]) =>
  callApi("POST", `/api/v1/accounts/bulk_${verb}`, { token: owner, body: { ids } });

test("a branch that is named as a whole is deleted from below and restored from above, in whatever order", async () => {
  const top = await makeAccount(tenant);
  const middle = await makeAccount(tenant, { parent_id: top.id });
  const leaf = await makeAccount(tenant, { parent_id: middle.id });
  const ids = [top.id, leaf.id, middle.id];
  expect((await post("delete", ids)).body).toMatchObject({ done: 3, refused: 0 });
  expect((await post("restore", [leaf.id, middle.id, top.id])).body).toMatchObject({ done: 3, refused: 0 });
  const { body } = await post("delete", [top.id, middle.id]);
  expect(body).toMatchObject({
    done: 0,
    refused: 2,
    items: [{ id: top.id, error: { code: "conflict" } }, { id: middle.id }],
  });
});
