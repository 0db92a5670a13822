package eu.kontor.retention.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AReasonNamesNobodyTest {

    private final List<String> hers = List.of("Zuleide", "Quaresma", "+351 930 880 001", "zuleide@example.com");

    @Test
    void who_repeats_a_name_a_phone_or_a_mail_repeats_what_goes() {
        assertThat(NamelessReason.repeats("Sra. QUARESMA wrote a letter", hers)).isTrue();
        assertThat(NamelessReason.repeats("mail of zuleide@example.com", hers)).isTrue();
        assertThat(NamelessReason.repeats("called from +351 930 880 001", hers)).isTrue();
    }

    @Test
    void who_says_how_it_was_asked_for_does_not() {
        assertThat(NamelessReason.repeats("asked for by letter of 3 March", hers))
                .isFalse();
    }

    @Test
    void a_name_of_two_letters_stands_in_half_of_all_words() {
        assertThat(NamelessReason.repeats("asked for at the desk", List.of("Li", "De", "", "")))
                .isFalse();
    }
}
