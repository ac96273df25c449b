package cartera.sample;

import java.util.ArrayList;
import java.util.List;

/** A group of goods with the groups below it. */
record Category(String id, String name, String path, List<Category> children) {

    static Category named(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new Category(Dice.of("category", path).guid(), name, path, new ArrayList<>());
    }

    /** The group of the first level, which carries season and trend. */
    String top() {
        return path.split("/", -1)[0];
    }
}
