package eu.kontor.benchmarks.http;

/** What one connection says, request after request. Asked by one thread only. */
public interface Till {

    /** @return a whole HTTP/1.1 request */
    byte[] next();

    /**
     * Hears the answer to the last request.
     *
     * @return whether it completes one unit of what is counted
     */
    boolean answered(Answer answer);
}
