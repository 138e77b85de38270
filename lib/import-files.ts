/** Days after which the file of an import that nobody works on is taken away. */
export const IMPORT_FILE_DAYS = 7;
