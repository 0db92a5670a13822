package eu.kontor.notification.mail;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.PersonalFiles;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Mail that lies in the folder until a mail server picks it up: what is for an erased member goes. */
@Service
public class ErasedFromMail implements PersonalFiles {

    private final MailSettings settings;

    @Inject
    public ErasedFromMail(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public int erase(MemberId member, Set<CardNumber> cards) throws IOException {
        Optional<Path> folder = settings.directory().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> letters = Files.newDirectoryStream(folder.get(), member.value() + "_*.eml")) {
            for (Path letter : letters) {
                removed += Files.deleteIfExists(letter) ? 1 : 0;
            }
        }
        return removed;
    }
}
