/** Says that the process answers; asks nothing of the database. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
