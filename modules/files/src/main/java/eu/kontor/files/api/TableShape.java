package eu.kontor.files.api;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known about a table before its first record is read.
 *
 * @param headerLine counted from 1; what stands before it is passed over
 * @param fields in the header
 * @param ownFields the sender's own among them, at the beginning; a record has as many, or all
 * @param isNumbered whether each line begins with its number in the original, and the header is not there
 * @param isSheet whether lines end where their last filled cell does
 * @param isMarked whether we wrote it, so that cells that looked like formulas carry a mark ({@link eu.kontor.kernel.CellText})
 * @param isUncorrected whether these fields are a record that came back as it was refused
 */
public record TableShape(
        Charset encoding,
        char separator,
        long headerLine,
        int fields,
        int ownFields,
        boolean isNumbered,
        boolean isSheet,
        boolean isMarked,
        Predicate<List<String>> isUncorrected) {}
