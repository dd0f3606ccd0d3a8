package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is written down for one file before it starts: its traits, the loops it goes through, when it is withdrawn, its
 * measures. It follows from the seed and the record alone, so a resumed replay plays the same part.
 */
final class Part {
    private final Set<String> traits = new HashSet<>();
    private final Set<String> loopsLeft = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final int withdrawAfter;
    private final Map<String, Object> measures = new HashMap<>();

    Part(Script script, PermitRecord record, long seed) {
        Random dice = new Random(seed * 31 + record.key().hashCode());
        draw(script.traits(), dice, traits);
        draw(script.loops(), dice, loopsLeft);
        add("certified", record.certified());
        add("extended", record.extended());
        if (record.end() == End.ABANDONED) {
            traits.add("abandoned");
        }
        int patience = 1 + dice.nextInt(12);
        withdrawAfter = record.end() == End.WITHDRAWN ? patience : Integer.MAX_VALUE;
        measure(dice);
    }

    /** The part of an application about a permit: what is built is what the permit's part says. */
    Part(Script script, PermitRecord record, long seed, Part permit) {
        this(script, record, seed);
        measures.clear();
        measures.putAll(permit.measures);
    }

    private void add(String trait, boolean held) {
        if (held) {
            traits.add(trait);
        }
    }

    private static void draw(Map<String, Double> rates, Random dice, Set<String> drawn) {
        rates.keySet().stream().sorted().forEach(name -> {
            if (dice.nextDouble() < rates.get(name)) {
                drawn.add(name);
            }
        });
    }

    private void measure(Random dice) {
        int storeys = 2 + dice.nextInt(6);
        int area = has("large") ? 2100 + dice.nextInt(3000) : 300 + dice.nextInt(1600);
        measures.put("storeys", storeys);
        measures.put("units", storeys * 2);
        measures.put("plotArea", 150 + dice.nextInt(400));
        measures.put("grossArea", area);
        measures.put("enquiries", has("enquiries") || has("buffer") || has("exceeds"));
        measures.put("buffer", has("buffer"));
        measures.put("exceeds", has("exceeds"));
        built(storeys, area);
    }

    /** The building as it will stand, and as it stands with a storey too many. */
    private void built(int storeys, int area) {
        double each = Math.floor(area * 100.0 / storeys) / 100;
        measures.put("asBuiltFloors", floors(storeys, each));
        measures.put("asBuiltFloorsBeyond", floors(storeys + 1, each));
        measures.put("asBuiltArea", each * storeys);
        measures.put(
                "asBuiltUnits",
                IntStream.range(0, storeys * 2)
                        .mapToObj(unit -> Map.of(
                                "unit",
                                (unit / 2) + "-" + (unit % 2),
                                "floor",
                                unit / 2,
                                "areaM2",
                                Math.floor(each * 45) / 100,
                                "usage",
                                "residential"))
                        .toList());
    }

    private static List<Map<String, Object>> floors(int storeys, double each) {
        return IntStream.range(0, storeys)
                .mapToObj(floor -> Map.<String, Object>of("floor", floor, "areaM2", each, "usage", "residential"))
                .toList();
    }

    boolean has(String trait) {
        return traits.contains(trait);
    }

    boolean allows(List<String> conditions) {
        return conditions.stream().allMatch(this::holds);
    }

    private boolean holds(String condition) {
        return condition.startsWith("after:")
                ? done.contains(condition.substring("after:".length()))
                : traits.contains(condition) || loopsLeft.contains(condition);
    }

    /** Notes that a move was made: the loop it belongs to is not gone through again. */
    void made(Script.Move move) {
        done.add(move.action());
        move.conditions().forEach(loopsLeft::remove);
    }

    boolean withdrawsAfter(int transitions) {
        return transitions >= withdrawAfter;
    }

    Map<String, Object> measures() {
        return measures;
    }
}
