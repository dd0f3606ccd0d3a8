package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.store.Rules;
import java.util.ArrayList;
import java.util.List;

/** A judge's and a desk's service, their clients, and everything that can happen to them. */
final class City {
    private static final List<String> FILES = List.of("f1", "f2");
    private static final int COMMANDS = 16;
    private static final int STEPS = 500;
    private static final int ROUNDS = 120;

    final World world;
    final Service<Exchange.File> judge;
    final Service<Exchange.Desk> desk;
    final List<Command<?>> commands = new ArrayList<>();
    private final boolean heads;

    /**
     * @param openings the judge keeps the rule of openings
     * @param heads consumers compare heads
     */
    City(long seed, Rules rules, boolean openings, boolean heads) {
        world = new World(seed);
        this.heads = heads;
        var exchange = new Exchange(world, openings);
        var files = new Topic(world);
        var pages = new Topic(world);
        judge = new Service<>(world, rules, Exchange.judge(), exchange.judging(), files, pages);
        desk = new Service<>(world, rules, Exchange.desk(), exchange.desking(), pages, files);
        judge.follow(desk, 1 + world.random.nextInt(2));
        desk.follow(judge, 1 + world.random.nextInt(2));
    }

    /** All that went wrong; empty when nothing did. */
    List<String> violations() {
        trouble();
        world.faulty = false;
        calm();
        cutOff(judge);
        cutOff(desk);
        rest();
        if (world.violations.isEmpty()) {
            new Audit(this).check();
        }
        return world.violations;
    }

    private void trouble() {
        for (int i = 0; i < STEPS && world.violations.isEmpty(); i++) {
            int dice = world.random.nextInt(200);
            if (dice < 30 || world.idle() && dice < 60) {
                command();
            } else if (dice < 50) {
                poll();
            } else if (dice < 80) {
                tick();
            } else if (dice < 82) {
                either().crash();
            } else if (!world.idle()) {
                world.step();
            }
        }
    }

    private Service<?> either() {
        return world.chance(0.5) ? judge : desk;
    }

    private void poll() {
        either().poll();
    }

    private void tick() {
        var node = either().anyNode();
        switch (world.random.nextInt(heads ? 7 : 6)) {
            case 0, 1 -> node.flush();
            case 2 -> node.sweep();
            case 3 -> node.sweepInbox();
            case 4, 5 -> world.pass(100 + world.random.nextInt(2_500));
            default -> rarely(node);
        }
    }

    private void rarely(Service<?>.Node node) {
        if (world.chance(0.2)) {
            node.checkHeads();
        }
    }

    private void command() {
        if (commands.size() < COMMANDS && world.chance(0.6)) {
            commands.add(wish("k" + commands.size()));
            commands.getLast().issue();
        } else if (!commands.isEmpty()) {
            world.pick(commands).issue();
        }
    }

    private Command<?> wish(String key) {
        String file = world.pick(FILES);
        return switch (world.random.nextInt(6)) {
            case 0, 1 -> new Command<>(world, judge, file, key, Exchange::move);
            case 2, 3, 4 -> new Command<>(world, desk, file, key, Exchange::decide);
            default -> new Command<>(world, judge, file, key, page -> Exchange.note(page, key));
        };
    }

    /** What is under way comes to its end; everything asked for gets an answer. */
    private void calm() {
        settle();
        for (int i = 0; i < 20 && commands.stream().anyMatch(c -> !c.answered()); i++) {
            commands.stream().filter(c -> !c.answered()).forEach(Command::issue);
            settle();
        }
        commands.stream().filter(c -> !c.answered()).forEach(c -> world.violation(c.key + " is never answered"));
    }

    private void settle() {
        for (int i = 0; i < 100_000 && !world.idle(); i++) {
            world.step();
        }
        if (!world.idle()) {
            world.violation("it does not come to rest");
        }
    }

    /**
     * One process cannot reach the topic and is asked to write each second: another one must carry what it writes,
     * although it never stops writing.
     */
    private <P> void cutOff(Service<P> service) {
        if (service.nodes.size() < 2 || world.chance(0.6) || !world.violations.isEmpty()) {
            return;
        }
        Service<P>.Node alone = service.nodes.getFirst();
        alone.cutOff = true;
        long first = 0;
        for (int second = 0; second < 16; second++) {
            String key = service.definition.collection() + second;
            Command<P> note = new Command<>(world, service, "f1", key, page -> Exchange.note(page, key));
            note.issueTo(alone);
            settle();
            first = second == 0 ? note.saved.last() : first;
            turn(service);
        }
        if (service.out.numbers("f1") < first) {
            world.violation("what a process cut off has written waits for ever");
        }
        alone.cutOff = false;
    }

    private void turn(Service<?> service) {
        world.pass(1_000);
        for (var node : service.nodes) {
            node.flush();
            node.sweep();
            node.sweepInbox();
        }
        settle();
    }

    private void rest() {
        for (int round = 0; round < ROUNDS && world.violations.isEmpty() && !Audit.quiet(this); round++) {
            turn(judge);
            turn(desk);
            if (heads && round % 20 == 3) {
                judge.anyNode().checkHeads();
                desk.anyNode().checkHeads();
            }
            read(judge);
            read(desk);
        }
    }

    private void read(Service<?> service) {
        for (int i = 0; i < 200 && !service.readAll(); i++) {
            service.poll();
            settle();
        }
    }
}
