package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout that is brought up to date keeps what Maven made of its files of before, and some of these have moved. */
class TheScriptForgetsWhatIsGoneTest {

    @TempDir
    private Path house;

    @BeforeEach
    void two_rooms_of_which_everything_is_built() throws IOException {
        file("modules/ledger/src/main/resources/V060__seals.sql");
        file("modules/ledger/target/classes/V060__seals.sql");
        file("modules/cards/src/main/java/Card.java");
        file("modules/cards/target/classes/Card.class");
        file("modules/server/target/kontor.war");
    }

    @Test
    void where_a_file_moved_away_everything_is_made_anew() throws Exception {
        sweep();
        file("modules/ledger/target/classes/V060__seals.sql");
        file("modules/cards/target/classes/Card.class");
        file("modules/server/target/kontor.war");
        Files.delete(house.resolve("modules/ledger/src/main/resources/V060__seals.sql"));
        file("modules/proof/src/main/resources/V060__seals.sql");

        assertThat(sweep()).isEmpty();

        assertThat(house.resolve("modules/ledger/target/classes")).doesNotExist();
        assertThat(house.resolve("modules/cards/target/classes/Card.class")).exists();
        assertThat(house.resolve("modules/server/target/kontor.war")).doesNotExist();
    }

    @Test
    void where_a_whole_room_went_too() throws Exception {
        sweep();
        file("modules/cards/target/classes/Card.class");
        Files.delete(house.resolve("modules/cards/src/main/java/Card.java"));

        sweep();

        assertThat(house.resolve("modules/cards/target/classes")).doesNotExist();
    }

    @Test
    void and_nothing_where_files_were_only_added_or_changed() throws Exception {
        sweep();
        file("modules/ledger/target/classes/V060__seals.sql");
        file("modules/ledger/src/main/resources/V061__gifts.sql");

        sweep();

        assertThat(house.resolve("modules/ledger/target/classes/V060__seals.sql"))
                .exists();
    }

    @Test
    void and_everything_where_nobody_remembers_what_there_was() throws Exception {
        sweep();

        assertThat(house.resolve("modules/ledger/target/classes")).doesNotExist();
        assertThat(house.resolve("modules/cards/target/classes")).doesNotExist();
    }

    private String sweep() throws IOException, InterruptedException {
        return new Script(house).run("sweep");
    }

    private void file(String name) throws IOException {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }
}
