package dev.readygate;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void placeholder() {}
}
