/** An account of the demo, with those below it. Currency and country are the parent's where not given. */
export interface SeedAccount {
  name: string;
  currency?: string;
  payout_currency?: string;
  country?: string;
  below?: readonly SeedAccount[];
}

export const ACCOUNT_TREES: Readonly<Record<string, readonly SeedAccount[]>> = {
  aurora: [
    {
      name: "Iberia",
      currency: "EUR",
      below: [
        {
          name: "Portugal",
          country: "PT",
          below: [{ name: "Aurora Lisboa Baixa" }, { name: "Aurora Porto Ribeira" }, { name: "Aurora Algarve Resort" }],
        },
        { name: "Spain", country: "ES", below: [{ name: "Aurora Madrid Centro" }, { name: "Aurora Sevilla" }] },
      ],
    },
    {
      name: "Central Europe",
      currency: "EUR",
      below: [
        { name: "Aurora Berlin Mitte", country: "DE" },
        { name: "Aurora Wien", country: "AT" },
        { name: "Aurora Zürich See", country: "CH", currency: "CHF" },
        { name: "Aurora Budapest", country: "HU", currency: "HUF", payout_currency: "EUR" },
      ],
    },
    {
      name: "Asia Pacific",
      currency: "USD",
      below: [
        { name: "Aurora Tokyo Ginza", country: "JP", currency: "JPY" },
        { name: "Aurora Bahrain Bay", country: "BH", currency: "BHD", payout_currency: "USD" },
      ],
    },
  ],
  boreal: [
    {
      name: "Scandinavia",
      currency: "SEK",
      below: [
        { name: "Boreal Åre", country: "SE" },
        { name: "Boreal Tromsø", country: "NO", currency: "NOK" },
        { name: "Boreal Levi", country: "FI", currency: "EUR" },
      ],
    },
  ],
};
