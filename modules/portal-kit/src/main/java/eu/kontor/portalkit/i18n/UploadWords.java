package eu.kontor.portalkit.i18n;

import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.component.upload.UploadI18N.AddFiles;
import com.vaadin.flow.component.upload.UploadI18N.DropFiles;
import com.vaadin.flow.component.upload.UploadI18N.Uploading;
import java.util.Locale;

/** An upload field's own words in the person's language. */
public final class UploadWords {

    private UploadWords() {}

    /**
     * What a field says of its own files.
     *
     * @param choose on the button
     * @param drop beside it
     * @param tooLarge for a file above the field's limit
     * @param wrongType for a file with another ending
     */
    public record Field(String choose, String drop, String tooLarge, String wrongType) {}

    public static UploadI18N in(Locale language, Field field) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new AddFiles());
        words.getAddFiles().setOne(field.choose()).setMany(field.choose());
        words.setDropFiles(new DropFiles());
        words.getDropFiles().setOne(field.drop()).setMany(field.drop());
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(field.tooLarge())
                .setTooManyFiles(Texts.of("look.upload.tooMany", language))
                .setIncorrectFileType(field.wrongType()));
        words.setFile(new UploadI18N.File()
                .setRetry(Texts.of("look.upload.retry", language))
                .setStart(Texts.of("look.upload.start", language))
                .setRemove(Texts.of("look.upload.remove", language)));
        words.setUploading(uploading(language, field.tooLarge()));
        return words;
    }

    private static Uploading uploading(Locale language, String tooLarge) {
        String failed = Texts.of("look.upload.failed", language);
        return new Uploading()
                .setStatus(new Uploading.Status()
                        .setConnecting(Texts.of("look.upload.connecting", language))
                        .setStalled(Texts.of("look.upload.stalled", language))
                        .setProcessing(Texts.of("look.upload.processing", language))
                        .setHeld(Texts.of("look.upload.queued", language)))
                .setRemainingTime(new Uploading.RemainingTime()
                        .setPrefix(Texts.of("look.upload.remaining", language))
                        .setUnknown(Texts.of("look.upload.unknown", language)))
                .setError(new Uploading.Error()
                        .setServerUnavailable(Texts.of("look.upload.unavailable", language))
                        .setUnexpectedServerError(failed)
                        .setForbidden(failed)
                        .setFileTooLarge(tooLarge));
    }
}
