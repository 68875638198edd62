package dev.readygate.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemorySharesTest {
    private final MemoryShares shares = new MemoryShares(40, 100);

    @Test
    void aNamespaceHasNoMoreThanItsShare() {
        assertThat(shares.take("mallory", "a", 30)).isTrue();
        assertThat(shares.take("mallory", "b", 11)).isFalse();
        assertThat(shares.take("mallory", "c", 10)).isTrue();
        assertThat(shares.take("bank", "a", 30)).isTrue();
    }

    @Test
    void someMemoryIsLeftForTheNextNamespace() {
        assertThat(shares.take("a", "it", 40)).isTrue();
        assertThat(shares.take("b", "it", 40)).isTrue();
        assertThat(shares.take("c", "it", 21)).isFalse();
        assertThat(shares.take("c", "it", 20)).isTrue();
        assertThat(shares.take("d", "it", 0)).isTrue();
    }

    @Test
    void theNewSizeOfAnObjectReplacesTheOldOne() {
        assertThat(shares.take("bank", "a", 40)).isTrue();
        assertThat(shares.take("bank", "a", 5)).isTrue();
        assertThat(shares.take("bank", "b", 35)).isTrue();
        assertThat(shares.take("bank", "a", 6)).isFalse();
        assertThat(shares.take("bank", "c", 5))
                .as("what was refused takes nothing")
                .isTrue();
    }

    @Test
    void deletedObjectsFreeTheirShare() {
        assertThat(shares.take("bank", "a", 40)).isTrue();
        shares.giveBack("bank", "a");
        shares.giveBack("bank", "a");
        shares.giveBack("nobody", "a");
        assertThat(shares.take("bank", "b", 40)).isTrue();
        assertThat(shares.take("mail", "b", 40)).isTrue();
    }
}
