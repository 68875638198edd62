package dev.readygate.testing;

/** AssertJ for apps and policies. */
public final class ReadygateAssertions {
    private ReadygateAssertions() {}

    public static AppAssert assertThat(App app) {
        return new AppAssert(app);
    }

    public static PolicyAssert assertThat(TestPolicy policy) {
        return new PolicyAssert(policy);
    }
}
