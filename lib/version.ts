import packageJson from "../package.json";

/** Version of the application, as in package.json. */
export const VERSION: string = packageJson.version;
