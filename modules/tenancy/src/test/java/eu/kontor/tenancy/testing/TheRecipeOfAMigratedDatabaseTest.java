package eu.kontor.tenancy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is kept is used again only for exactly what made it. */
class TheRecipeOfAMigratedDatabaseTest {

    private static final String MIGRATION = "db/coalition/V001__one.sql";

    @TempDir
    private Path module;

    @BeforeEach
    void writeAMigration() throws IOException {
        Files.createDirectories(module.resolve(MIGRATION).getParent());
        Files.writeString(module.resolve(MIGRATION), "create table one ()");
    }

    @Test
    void is_the_same_for_the_same_migrations() throws IOException {
        assertThat(recipeOf(module)).isEqualTo(recipeOf(module)).contains(MIGRATION);
    }

    @Test
    void is_another_after_an_edit_of_the_same_length() throws IOException {
        String before = recipeOf(module);

        Files.writeString(module.resolve(MIGRATION), "create table two ()");

        assertThat(recipeOf(module)).isNotEqualTo(before);
    }

    @Test
    void is_another_with_one_migration_more() throws IOException {
        String before = recipeOf(module);

        Files.writeString(module.resolve("db/coalition/R__two.sql"), "create table two ()");

        assertThat(recipeOf(module)).isNotEqualTo(before);
    }

    @Test
    void is_the_same_for_a_module_that_was_packaged(@TempDir Path elsewhere) throws IOException {
        Path archive = elsewhere.resolve("module.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(archive))) {
            jar.putNextEntry(new ZipEntry("db/coalition/"));
            jar.putNextEntry(new ZipEntry(MIGRATION));
            jar.write(Files.readAllBytes(module.resolve(MIGRATION)));
        }

        assertThat(recipeOf(archive)).isEqualTo(recipeOf(module));
    }

    private static String recipeOf(Path classPath) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return MigrationRecipe.of(loader);
        }
    }
}
