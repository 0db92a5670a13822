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

    @Test
    void a_name_of_two_letters_that_is_written_as_a_name_is_one() {
        assertThat(NamelessReason.repeats("Li wrote a letter", List.of("Li", "De", "", "")))
                .isTrue();
    }

    @Test
    void a_short_name_within_another_word_is_none() {
        assertThat(NamelessReason.repeats("not seen since 2020-11-27", List.of("See", "Sin", "", "")))
                .isFalse();
        assertThat(NamelessReason.repeats("See asked for it", List.of("See", "Sin", "", "")))
                .isTrue();
    }

    @Test
    void chinese_names_have_two_characters() {
        List<String> his = List.of("伟", "王", "", "");
        assertThat(NamelessReason.repeats("王伟来信要求", his)).isTrue();
        assertThat(NamelessReason.repeats("letter of 王 伟", his)).isTrue();
        assertThat(NamelessReason.repeats("王先生来信要求", his)).isTrue();
        assertThat(NamelessReason.repeats("小明来信", List.of("小明", "李", "", ""))).isTrue();
        assertThat(NamelessReason.repeats("3月3日来信要求", his)).isFalse();
    }

    @Test
    void accents_change_no_name() {
        List<String> hers = List.of("Inês", "Conceição", "", "");
        assertThat(NamelessReason.repeats("Ines called", hers)).isTrue();
        assertThat(NamelessReason.repeats("Sra. CONCEICAO", hers)).isTrue();
        assertThat(NamelessReason.repeats("Zoë", List.of("Zoe", "X", "", ""))).isTrue();
    }

    @Test
    void a_phone_is_one_without_its_country_code_and_however_it_is_grouped() {
        assertThat(NamelessReason.repeats("called from 930880001", hers)).isTrue();
        assertThat(NamelessReason.repeats("called from 0930-88.00.01", hers)).isTrue();
        assertThat(NamelessReason.repeats("called from 00351 (930) 880 001", hers))
                .isTrue();
        assertThat(NamelessReason.repeats("ticket 930 of 2026-11-27", hers)).isFalse();
    }
}
