package dev.readygate.checks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that leaves no doubt about which host is meant. */
class WrittenAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://cart.shop            | http  | cart.shop | 80   | /
                    https://cart.shop           | https | cart.shop | 443  | /
                    HTTP://cart.shop:8080/up    | http  | cart.shop | 8080 | /up
                    https://cart.shop/a?b=c     | https | cart.shop | 443  | /a?b=c
                    https://cart.shop?b=c       | https | cart.shop | 443  | /?b=c
                    http://[fd00::1]:9090/      | http  | [fd00::1] | 9090 | /
                    tcp://db.shop:5432          | tcp   | db.shop   | 5432 | /
                    """)
    void isReadInItsParts(String written, String scheme, String host, int port, String path) {
        assertThat(Url.parse(written)).isEqualTo(new Url.Valid(new Endpoint.WrittenEndpoint(scheme, host, port), path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cart.shop",
                "http://",
                "http://user@cart.shop/",
                "http://user:secret@cart.shop/",
                "http://cart.shop/#top",
                "http://cart.shop\\@evil/",
                "http://cart.shop:port/",
                "http://cart shop/",
                "http://cart.shop/a b"
            })
    void isRefusedWhereItCouldBeReadInTwoWays(String written) {
        assertThat(Url.parse(written)).isInstanceOf(Url.ForbiddenUrl.class);
    }

    @Test
    void needsAPortWhereNoneIsUsual() {
        assertThat(Url.parse("tcp://db.shop"))
                .isEqualTo(new Url.ForbiddenUrl("an address with the scheme tcp needs a port"));
    }
}
