/** Id of the element that holds the page, where the skip link leads. */
export const MAIN_ID = "main";
