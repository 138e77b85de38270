/** What all operations of the platform's admins have in common. */
export const PLATFORM = { tag: "Platform", permission: null, isPlatform: true } as const;
