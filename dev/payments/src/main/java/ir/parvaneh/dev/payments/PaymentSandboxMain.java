package ir.parvaneh.dev.payments;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The provider as a process of its own: {@code --data DIR --port N}; secrets from the environment, as the application
 * service has them. Prints one line when ready, stops on SIGTERM.
 */
public final class PaymentSandboxMain {
    private static final PrintStream OUT = System.out;

    private PaymentSandboxMain() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> words = Arrays.asList(args);
        Path data = Path.of(option(words, "--data", ".data/payments"));
        int port = Integer.parseInt(option(words, "--port", "8090"));
        PaymentSandbox sandbox = PaymentSandbox.start(port, data, secrets(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "payments-stop"));
        OUT.println("payments ready " + sandbox.url());
        new CountDownLatch(1).await();
    }

    private static PaymentSandbox.Secrets secrets(Map<String, String> environment) {
        PaymentSandbox.Secrets dev = PaymentSandbox.Secrets.DEV;
        return new PaymentSandbox.Secrets(
                environment.getOrDefault("PARVANEH_PAYMENTS_MERCHANT", dev.merchant()),
                environment.getOrDefault("PARVANEH_PAYMENTS_SECRET", dev.callback()));
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }
}
