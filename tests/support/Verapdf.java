import java.io.File;
import java.io.InputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Asks veraPDF whether each file named is PDF/A-2u; prints one line for a verdict and one for each broken rule. */
public class Verapdf {
    public static void main(String[] files) throws Exception {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile;
        try (InputStream xml = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFA-2U.xml")) {
            profile = Profiles.profileFromXml(xml);
        }
        for (String file : files) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println((result.isCompliant() ? "VALID\t" : "INVALID\t") + file);
                for (TestAssertion broken : result.getTestAssertions()) {
                    System.out.println("RULE\t" + broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber()
                            + "\t" + String.valueOf(broken.getErrorMessage()).replaceAll("\\s+", " ")
                            + "\t" + broken.getLocation().getContext());
                }
            }
        }
    }
}
