package eu.kontor.it.browser;

import eu.kontor.it.whole.TheWhole;

/** Somebody of the record shop for one test alone: whose roles may change, and who may be asked for more than a password. */
final class PersonOfTheShop implements AutoCloseable {

    private static final String FILE = "tenants/discos-ronda.yaml";

    private final String username;
    private final Runnable undo;

    PersonOfTheShop(String username, String roles) {
        this.username = username;
        this.undo = TheWhole.running().configure(FILE, file -> with(file, roles));
    }

    String username() {
        return username;
    }

    /** From now on the person has these roles, in the words of the file: {@code admin, finance}. */
    void become(String roles) {
        TheWhole.running()
                .configure(
                        FILE,
                        file -> file.replaceFirst(
                                "(username: " + username + "\n(?:    .*\n)*?    roles: )\\[.*]", "$1[" + roles + "]"));
    }

    private String with(String file, String roles) {
        return file.replaceFirst(
                "(?m)^people:\n",
                "people:\n  - username: " + username + "\n    givenName: Nadia\n    familyName: Roca\n    email: "
                        + username + "@example.com\n    roles: [" + roles + "]\n");
    }

    @Override
    public void close() {
        undo.run();
    }
}
