// Package leak searches what is about to be published for names that must not be: every byte of
// every file, and its address. It does not know which names these are, nor what follows from a hit.
//
// # How names are written
//
// Case and accents make no difference (Zoë, ZOE, composed or not; ß is ss, ø is o or oe, ü is u or
// ue), nor do hyphens, apostrophes and blanks in a name (O'Brien, OBrien; Anne-Marie, Annemarie;
// van der Berg, Vanderberg). A name of several words is found
//
//   - in either order, with or without a comma, and without its middle names or with their initials;
//   - with initials: J. Doe, J Doe, Doe, J., Jane D., A.-M. Dubois, and jdoe, but not what is a word
//     (the shall of Sarah Hall; @shall is found);
//   - with white space, hyphens, dots or underlines between, or nothing (JaneDoe, janedoe,
//     drjanedoe2), in cells side by side, in quotes side by side, in fields named givenName and
//     familyName and their like;
//   - split by tags, comments, soft hyphens or what else is not seen, hyphenated at a line's
//     end, or letter by letter with the same sign between;
//   - with ’s or s behind, and with Arabic and Hebrew particles before.
//
// Names in scripts without spaces, and Korean ones, are found wherever they stand. A word that is an everyday
// one too (everyday.txt: Mark, Grace, Will) is a name only with a capital, as is a single name of up
// to three letters; in a name of several words it may be small where nothing else stands
// (will-grant@…, an element of its own). A name that the list has in small letters is found in any case.
//
// # How bytes are read
//
// Each file is read as what readers see, without tags, and as what tags, attributes, comments and
// scripts say. Entities, percent-encoding, and the escapes of JavaScript, JSON and CSS are decoded,
// up to six times over. Bytes that are no UTF-8 are Windows-1252. UTF-16 of either order, base64 at
// any alignment (of bare runs at least ten digits; names of four letters only in text of twelve), punycode,
// folded lines and quoted-printable of calendars, cards and mails are read too.
//
// Of PNG, JPEG, GIF and WebP everything is read but the pixels: comments, text compressed or not, EXIF
// with the fields of Windows, IPTC, XMP, thumbnails and what stands after the end. So are gzip and
// zip, and files in data: addresses. Of other bytes stretches of text are. The files of the search
// index are decoded: as they stand, they have neither whole words nor only words.
//
// # What is not found
//
// Nicknames and spelling mistakes, names in the cases of Slavic and other languages, letters of
// other scripts that look alike, a family name alone unless it is listed alone, pictures of text, what is encrypted or
// compressed in a way not named here (PDF, Brotli, the tables of fonts), and what takes more than
// two megabytes and eight times the file to decode.
package leak
