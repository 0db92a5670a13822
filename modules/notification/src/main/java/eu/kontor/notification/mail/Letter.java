package eu.kontor.notification.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One message to one person.
 *
 * @param key a word that no other message has; also the local part of its Message-ID
 * @param body plain text, lines ending in line feeds
 */
record Letter(String key, String to, String subject, String body) {

    private static final String LINE_END = "\r\n";

    /** RFC 2047: a line with an encoded word has at most 76 characters; 39 bytes become 52, twelve are around them, "Subject: " is nine. */
    private static final int BYTES_OF_A_WORD = 39;

    private static final int BASE64_LINE = 76;

    Letter {
        for (String field : List.of(key, to)) {
            if (field.isBlank() || field.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 127)) {
                throw new IllegalArgumentException("no word for a header: " + field);
            }
        }
    }

    /** As RFC 5322 and RFC 2045 have it: UTF-8, base64. */
    byte[] message(String from, Instant written) {
        String host = from.substring(from.indexOf('@') + 1);
        String encoded = Base64.getMimeEncoder(BASE64_LINE, LINE_END.getBytes(StandardCharsets.US_ASCII))
                .encodeToString(body.replace("\n", LINE_END).getBytes(StandardCharsets.UTF_8));
        List<String> lines = List.of(
                "From: <" + from + ">",
                "To: <" + to + ">",
                "Subject: " + encodedWords(subject),
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC)),
                "Message-ID: <" + key + "@" + host + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                encoded,
                "");
        return String.join(LINE_END, lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String encodedWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_OF_A_WORD) {
                words.add(word.toString());
                word.setLength(0);
                bytes = 0;
            }
            word.append(one);
            bytes += size;
        }
        words.add(word.toString());
        return words.stream()
                .map(part ->
                        "=?UTF-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + "?=")
                .collect(Collectors.joining(LINE_END + " "));
    }
}
