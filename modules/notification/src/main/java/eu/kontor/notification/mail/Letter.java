package eu.kontor.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;

/**
 * One message to one person.
 *
 * @param key a word that no other message has; also the local part of its Message-ID
 * @param body plain text, lines ending in line feeds
 */
record Letter(String key, String to, String subject, String body) {

    private static final int ENCODED_LINE = 76;

    /** Nothing of the server's environment: what is written depends on the letter alone. */
    private static final Session SESSION = Session.getInstance(new Properties());

    Letter {
        for (String field : List.of(key, to)) {
            if (field.isBlank() || field.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 127)) {
                throw new IllegalArgumentException("no word for a header: " + field);
            }
        }
    }

    /** UTF-8, base64; the same Message-ID at every writing. */
    MimeMessage message(String from, Instant written) {
        try {
            MimeMessage message = new Identified('<' + key + '@' + from.substring(from.indexOf('@') + 1) + '>');
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setHeader("Subject", encoded(subject));
            message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC)));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(body.replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
            message.setHeader("Content-Transfer-Encoding", "base64");
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException(
                    "no message can be made of the letter " + key + ": " + e.getMessage(), e);
        }
    }

    /** RFC 2047: a line with an encoded word has at most 76 characters, so that each has a line of its own. */
    private static String encoded(String subject) throws MessagingException {
        try {
            String words = MimeUtility.encodeText(subject, StandardCharsets.UTF_8.name(), "B")
                    .replace("?= =?", "?=\r\n =?");
            int first = words.lines().findFirst().orElse("").length();
            return "Subject: ".length() + first > ENCODED_LINE ? "\r\n " + words : words;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java knows UTF-8", e);
        }
    }

    /** {@link #message} as RFC 5322 has it. */
    byte[] text(String from, Instant written) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            message(from, written).writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a message that was made can be written", e);
        }
        return text.toByteArray();
    }

    /** Jakarta Mail would give a message another identity at every change. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
