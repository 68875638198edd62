package dev.readygate.signals.fetch;

import java.util.Map;

/**
 * The request sent over one connection.
 *
 * @param keepsBody whether the answer's body is needed
 */
record Message(
        Protocol protocol,
        String method,
        String pathAndQuery,
        Map<String, String> headers,
        byte[] body,
        TlsTerms tls,
        boolean keepsBody) {

    enum Protocol {
        Http1,
        Http2
    }
}
