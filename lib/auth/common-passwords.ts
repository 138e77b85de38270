// What people choose first. A new password has at least twelve characters, so what matters are the words that the long ones
// are made of: "Password2026!" is the word "password" with trimmings.

const WORDS =
  "password passwort motdepasse contrasena senha wachtwoord passw0rd pass secret letmein welcome willkommen bienvenue " +
  "bienvenido hello login signin admin administrator root user guest test testing demo default changeme changeit qwerty " +
  "qwertz azerty qwertyuiop qwertyuiopasdfghjkl asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasdzxc abc abcd " +
  "abcdef abcdefg abcdefgh abcdefghij abcdefghijkl abcdefghijklmnopqrstuvwxyz iloveyou loveyou love monkey dragon sunshine " +
  "princess football baseball basketball superman batman spiderman starwars master shadow michael jennifer jordan hunter " +
  "killer trustno computer internet samsung google facebook linkedin whatever nothing freedom flower summer winter spring " +
  "autumn january february march april may june july august september october november december monday friday cheese " +
  "chocolate cookie liverpool arsenal chelsea barcelona realmadrid juventus manchester london paris berlin newyork america " +
  "canada password1 mypassword thepassword yourpassword newpassword oldpassword ilovemypassword correcthorsebatterystaple " +
  "hotel reception frontdesk booking reservation payment payments bulkhead company business office";

const COMMON = new Set(WORDS.split(" "));

const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * True for a password that is only a common word with trimmings, a word or a few signs again and again, or signs in the
 * order of the keyboard or alphabet.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const readings = [plain, core.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign)];
  return isRepetition(plain) || readings.some((reading) => isCommonWord(reading.replace(/[^\p{L}]/gu, "")));
}

function isCommonWord(letters: string): boolean {
  if (letters.length < 3) return true;
  if (COMMON.has(letters)) return true;
  const unit = shortestUnit(letters);
  return unit.length < letters.length && (unit.length < 3 || COMMON.has(unit));
}

/** The same one to four signs again and again. */
function isRepetition(text: string): boolean {
  return shortestUnit(text).length <= 4;
}

/** The shortest beginning that, again and again, is the text; its last time may be cut short. */
function shortestUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}
