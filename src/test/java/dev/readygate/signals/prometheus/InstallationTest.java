package dev.readygate.signals.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    private static Server server(String address) {
        return Installation.at(Optional.of(address)).of("shop").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "http://p.monitoring.svc:9090, http, p.monitoring.svc, 9090",
        "https://p.example/prometheus/, https, p.example, 443",
        "http://[::1]:9090/, http, ::1, 9090",
        "http://p, http, p, 80"
    })
    void anAddressIsReadAsPeopleWriteIt(String address, String scheme, String host, String port) {
        var at = server(address).at();

        assertThat(server(address).path()).doesNotEndWith("/");
        assertThat(at.scheme()).isEqualTo(scheme);
        assertThat(at.host()).isEqualTo(host);
        assertThat(String.valueOf(at.port())).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prometheus:9090",
                "ftp://p:9090",
                "http://me:hunter2@p:9090",
                "http://p:9090/?token=hunter2",
                "http://p :hunter2",
                ""
            })
    void anInvalidAddressIsRefusedWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> server(address))
                .satisfies(it -> assertThat(printed(it))
                        .contains("write http(s)://host:port/path")
                        .doesNotContain("hunter2"));
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aNamespaceMayHaveItsOwn() {
        var installation = new Installation.Builder(
                        Optional.of("http://usual"),
                        Optional.of("bank=http://bank\n\n till = http://till \n"),
                        Optional.of("X-Scope-OrgID: a:b"),
                        Credentials.NONE)
                .build();

        assertThat(installation.of("bank").orElseThrow().at().host()).isEqualTo("bank");
        assertThat(installation.of("till").orElseThrow().at().host()).isEqualTo("till");
        assertThat(installation.of("shop").orElseThrow().at().host()).isEqualTo("usual");
        assertThat(installation.headers(installation.of("shop").orElseThrow())).containsEntry("X-Scope-OrgID", "a:b");
    }

    /** People of a namespace run its own Prometheus, and can read all that the operator sends there. */
    @Test
    void aNamespacesOwnIsShownNothingThatIsForTheOther(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("token"), "for-all");
        Files.writeString(folder.resolve("ca.crt"), "all's authority");
        Files.writeString(folder.resolve("till.token"), "for-till");
        var credentials = new Credentials(Optional.of(folder));
        var installation = new Installation.Builder(
                        Optional.of("http://usual"),
                        Optional.of("bank=http://bank\ntill=http://till"),
                        Optional.of("X-Scope-OrgID: a:b"),
                        credentials)
                .build();
        var bank = installation.of("bank").orElseThrow();

        assertThat(credentials.authorization(installation.of("shop").orElseThrow()))
                .contains("Bearer for-all");
        assertThat(credentials.authorization(bank)).isEmpty();
        assertThat(credentials.authorities(bank)).isEmpty();
        assertThat(installation.headers(bank)).isEmpty();
        assertThat(credentials.authorization(installation.of("till").orElseThrow()))
                .contains("Bearer for-till");
    }

    @Test
    void withoutAnyThereIsNoServerToAsk() {
        assertThat(Installation.none().of("shop")).isEmpty();
    }
}
