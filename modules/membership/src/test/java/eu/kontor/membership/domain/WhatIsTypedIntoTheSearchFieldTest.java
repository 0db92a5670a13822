package eu.kontor.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIsTypedIntoTheSearchFieldTest {

    @Test
    void sixteen_digits_are_a_card_however_they_are_grouped() {
        CardNumber card = CardNumber.issue("972401", 7);
        assertThat(SearchFor.meantBy(" " + card.grouped() + " ")).isEqualTo(new SearchFor.Card(card));
    }

    @Test
    void fewer_digits_are_any_part_of_a_telephone_number() {
        assertThat(SearchFor.meantBy("+351 910-00")).isEqualTo(new SearchFor.Phone("%35191000%"));
    }

    @Test
    void an_at_sign_makes_it_the_beginning_of_an_address() {
        assertThat(SearchFor.meantBy("A_b@Ex")).isEqualTo(new SearchFor.Email("a\\_b@ex%"));
    }

    @Test
    void words_may_be_any_part_of_a_name_and_two_letters_its_beginning_without_accents() {
        assertThat(SearchFor.meantBy("da Conceição")).isEqualTo(new SearchFor.Name(List.of("%conceicao%", "% da%")));
        assertThat(SearchFor.meantBy("王 伟")).isEqualTo(new SearchFor.Name(List.of("% 王伟%")));
        assertThat(SearchName.of("伟", "王").value()).isEqualTo(" 王伟");
        assertThat(SearchName.of("Ana-Rita", "d'Ávila").value()).isEqualTo(" d avila ana rita");
    }

    @Test
    void too_little_is_refused_because_no_index_would_help() {
        for (String text : new String[] {"", " a ", "12", "@", "..."}) {
            assertThatThrownBy(() -> SearchFor.meantBy(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.SEARCH_TOO_SHORT));
        }
    }

    @Test
    void a_person_is_called_as_their_language_has_it() {
        assertThat(new PersonName("Ana", "Silva").full()).isEqualTo("Ana Silva");
        assertThat(new PersonName("伟", "王").full()).isEqualTo("王伟");
    }
}
