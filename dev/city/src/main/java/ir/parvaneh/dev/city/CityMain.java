package ir.parvaneh.dev.city;

import ir.parvaneh.dev.city.Options.Misuse;
import ir.parvaneh.dev.city.wire.CityAway;
import java.util.Arrays;
import java.util.List;

/**
 * The command line of the city driver. Ends with 0 when all went well, 1 when something is wrong with the city or the
 * files, 2 when the command line makes no sense, 3 when the city went away in the middle.
 */
public final class CityMain {
    private static final String USAGE = """
            replay FILE... [--limit N] [--clients C] [--resume] [--json] [--seed S] [--rate R] [--ping] [--until issued]
            demo [--files N] [--json]
            token NAME
            status
            parked list|show|replay|discard [--service application|office|district|notification] [ID]
            audit [FILE [--save PROOF]]
            audit --check PROOF [--keys JWKS]
            ping [--clients C] [--seconds S]
            everywhere: [--gateway URL] [--issuer URL] [--data FOLDER]""";

    private CityMain() {}

    /** Runs one command. */
    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args)));
    }

    static int run(List<String> arguments) {
        try {
            String command = arguments.isEmpty() ? "help" : arguments.getFirst();
            return command(command, new Options(arguments.subList(Math.min(1, arguments.size()), arguments.size())));
        } catch (Misuse misuse) {
            System.err.println(misuse.getMessage() + "\n" + USAGE);
            return 2;
        } catch (CityAway away) {
            System.err.println("the city went away: " + away.getMessage());
            System.err.println("what it acknowledged stands; go on with --resume");
            return 3;
        } catch (IllegalArgumentException | IllegalStateException trouble) {
            System.err.println(trouble.getMessage());
            return 1;
        }
    }

    private static int command(String command, Options options) {
        City city = City.of(options);
        return switch (command) {
            case "replay" -> new ReplayCommand(city, options).replay();
            case "demo" -> new ReplayCommand(city, options).demo();
            case "token" -> token(city, options);
            case "status" -> new Operations(city).status();
            case "parked" -> new Operations(city).parked(options);
            case "audit" -> new AuditCommand(city, options).run();
            case "ping" -> new Ping(city).run(options);
            default -> throw new Misuse("commands:");
        };
    }

    private static int token(City city, Options options) {
        if (options.words().size() != 1) {
            throw new Misuse("token wants one name, such as citizen-0001 or office-017-head");
        }
        System.out.println(city.tokens().of(options.words().getFirst()));
        return 0;
    }
}
