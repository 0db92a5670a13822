package eu.kontor.tenancy.api;

import java.util.Optional;

/** Small files that only the application may read, in the folder {@code kontor.secrets.dir}; shared by all nodes. */
public interface Secrets {

    /** The same bytes at every call: random ones are made and kept at the first. */
    byte[] randomBytes(String name, int length);

    /** @param name may have one folder in it, such as {@code clients/hotel} */
    void write(String name, String text);

    Optional<String> read(String name);

    void delete(String name);
}
