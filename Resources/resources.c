// The program's data, built in so that the program is one file. Editing the data rebuilds this.
#include "resources.h"

static const unsigned char catalogue[] = {
#embed "Catalogue/ai.rec" suffix(, '\n', '\n',)
#embed "Catalogue/technology.rec" suffix(, '\n', '\n',)
#embed "Catalogue/chips.rec" suffix(, '\n', '\n',)
#embed "Catalogue/internet.rec" suffix(, '\n', '\n',)
#embed "Catalogue/telecoms.rec" suffix(, '\n', '\n',)
#embed "Catalogue/gaming.rec" suffix(, '\n', '\n',)
#embed "Catalogue/banks.rec" suffix(, '\n', '\n',)
#embed "Catalogue/finance.rec" suffix(, '\n', '\n',)
#embed "Catalogue/insurance.rec" suffix(, '\n', '\n',)
#embed "Catalogue/energy.rec" suffix(, '\n', '\n',)
#embed "Catalogue/cars.rec" suffix(, '\n', '\n',)
#embed "Catalogue/transport.rec" suffix(, '\n', '\n',)
#embed "Catalogue/industry.rec" suffix(, '\n', '\n',)
#embed "Catalogue/defence.rec" suffix(, '\n', '\n',)
#embed "Catalogue/construction.rec" suffix(, '\n', '\n',)
#embed "Catalogue/media.rec" suffix(, '\n', '\n',)
#embed "Catalogue/fashion.rec" suffix(, '\n', '\n',)
#embed "Catalogue/food.rec" suffix(, '\n', '\n',)
#embed "Catalogue/retail.rec" suffix(, '\n', '\n',)
#embed "Catalogue/pharma.rec" suffix(, '\n', '\n',)
#embed "Catalogue/tourism.rec" suffix(, '\n', '\n',)
#embed "Catalogue/chemicals.rec" suffix(, '\n', '\n',)
#embed "Catalogue/services.rec" suffix(, '\n', '\n',)
#embed "Catalogue/italy.rec" suffix(, '\n', '\n',)
#embed "Catalogue/organizations.rec" suffix(, '\n', '\n',)
#embed "Catalogue/people.rec" suffix(, '\n', '\n',)
#embed "Catalogue/places.rec" suffix(, '\n', '\n',)
#embed "Catalogue/listed.rec" suffix(, '\n', '\n',)
};

static const unsigned char sample_antitrust_tim_rinnovi_md[] = {
#embed "Samples/antitrust-tim-rinnovi.md"
};
static const unsigned char sample_apple_home_screen_launch_md[] = {
#embed "Samples/apple-home-screen-launch.md"
};
static const unsigned char sample_azure_fermo_tre_ore_md[] = {
#embed "Samples/azure-fermo-tre-ore.md"
};
static const unsigned char sample_azure_outage_login_md[] = {
#embed "Samples/azure-outage-login.md"
};
static const unsigned char sample_catania_carburo_silicio_md[] = {
#embed "Samples/catania-carburo-silicio.md"
};
static const unsigned char sample_chatgpt_cambia_casa_md[] = {
#embed "Samples/chatgpt-cambia-casa.md"
};
static const unsigned char sample_databricks_ipo_filing_md[] = {
#embed "Samples/databricks-ipo-filing.md"
};
static const unsigned char sample_enel_nomina_finanza_txt[] = {
#embed "Samples/enel-nomina-finanza.txt"
};
static const unsigned char sample_fabbriche_senza_posta_txt[] = {
#embed "Samples/fabbriche-senza-posta.txt"
};
static const unsigned char sample_ferrari_conti_terzo_trimestre_txt[] = {
#embed "Samples/ferrari-conti-terzo-trimestre.txt"
};
static const unsigned char sample_ferrari_earnings_options_md[] = {
#embed "Samples/ferrari-earnings-options.md"
};
static const unsigned char sample_gae_aulenti_registratore_cassa_html[] = {
#embed "Samples/gae-aulenti-registratore-cassa.html"
};
static const unsigned char sample_intel_oregon_cuts_md[] = {
#embed "Samples/intel-oregon-cuts.md"
};
static const unsigned char sample_maranello_trimestre_md[] = {
#embed "Samples/maranello-trimestre.md"
};
static const unsigned char sample_melfi_nuova_jeep_html[] = {
#embed "Samples/melfi-nuova-jeep.html"
};
static const unsigned char sample_mountain_view_affitta_tpu_html[] = {
#embed "Samples/mountain-view-affitta-tpu.html"
};
static const unsigned char sample_nokia_acer_patent_court_html[] = {
#embed "Samples/nokia-acer-patent-court.html"
};
static const unsigned char sample_openai_google_cloud_due_rivali_md[] = {
#embed "Samples/openai-google-cloud-due-rivali.md"
};
static const unsigned char sample_openai_google_strange_bedfellows_md[] = {
#embed "Samples/openai-google-strange-bedfellows.md"
};
static const unsigned char sample_outage_shops_airports_txt[] = {
#embed "Samples/outage-shops-airports.txt"
};
static const unsigned char sample_rolls_royce_derby_reactors_md[] = {
#embed "Samples/rolls-royce-derby-reactors.md"
};
static const unsigned char sample_sciopero_treni_venerdi_md[] = {
#embed "Samples/sciopero-treni-venerdi.md"
};
static const unsigned char sample_telecom_italia_fine_small_print_md[] = {
#embed "Samples/telecom-italia-fine-small-print.md"
};
static const unsigned char sample_tim_bolletta_ultima_riga_md[] = {
#embed "Samples/tim-bolletta-ultima-riga.md"
};
static const unsigned char sample_tpu_deal_explained_html[] = {
#embed "Samples/tpu-deal-explained.html"
};
static const unsigned char sample_unicredit_german_tills_md[] = {
#embed "Samples/unicredit-german-tills.md"
};
static const unsigned char sample_unicredit_nexi_accordo_txt[] = {
#embed "Samples/unicredit-nexi-accordo.txt"
};
static const unsigned char sample_unicredit_nexi_pos_tedeschi_md[] = {
#embed "Samples/unicredit-nexi-pos-tedeschi.md"
};

#define TEXT(name, bytes) {name, bytes, sizeof bytes}

static const struct rassegna_text samples[] = {
    TEXT("antitrust-tim-rinnovi.md", sample_antitrust_tim_rinnovi_md),
    TEXT("apple-home-screen-launch.md", sample_apple_home_screen_launch_md),
    TEXT("azure-fermo-tre-ore.md", sample_azure_fermo_tre_ore_md),
    TEXT("azure-outage-login.md", sample_azure_outage_login_md),
    TEXT("catania-carburo-silicio.md", sample_catania_carburo_silicio_md),
    TEXT("chatgpt-cambia-casa.md", sample_chatgpt_cambia_casa_md),
    TEXT("databricks-ipo-filing.md", sample_databricks_ipo_filing_md),
    TEXT("enel-nomina-finanza.txt", sample_enel_nomina_finanza_txt),
    TEXT("fabbriche-senza-posta.txt", sample_fabbriche_senza_posta_txt),
    TEXT("ferrari-conti-terzo-trimestre.txt", sample_ferrari_conti_terzo_trimestre_txt),
    TEXT("ferrari-earnings-options.md", sample_ferrari_earnings_options_md),
    TEXT("gae-aulenti-registratore-cassa.html", sample_gae_aulenti_registratore_cassa_html),
    TEXT("intel-oregon-cuts.md", sample_intel_oregon_cuts_md),
    TEXT("maranello-trimestre.md", sample_maranello_trimestre_md),
    TEXT("melfi-nuova-jeep.html", sample_melfi_nuova_jeep_html),
    TEXT("mountain-view-affitta-tpu.html", sample_mountain_view_affitta_tpu_html),
    TEXT("nokia-acer-patent-court.html", sample_nokia_acer_patent_court_html),
    TEXT("openai-google-cloud-due-rivali.md", sample_openai_google_cloud_due_rivali_md),
    TEXT("openai-google-strange-bedfellows.md", sample_openai_google_strange_bedfellows_md),
    TEXT("outage-shops-airports.txt", sample_outage_shops_airports_txt),
    TEXT("rolls-royce-derby-reactors.md", sample_rolls_royce_derby_reactors_md),
    TEXT("sciopero-treni-venerdi.md", sample_sciopero_treni_venerdi_md),
    TEXT("telecom-italia-fine-small-print.md", sample_telecom_italia_fine_small_print_md),
    TEXT("tim-bolletta-ultima-riga.md", sample_tim_bolletta_ultima_riga_md),
    TEXT("tpu-deal-explained.html", sample_tpu_deal_explained_html),
    TEXT("unicredit-german-tills.md", sample_unicredit_german_tills_md),
    TEXT("unicredit-nexi-accordo.txt", sample_unicredit_nexi_accordo_txt),
    TEXT("unicredit-nexi-pos-tedeschi.md", sample_unicredit_nexi_pos_tedeschi_md),
};

struct rassegna_text rassegna_catalogue(void) {
    return (struct rassegna_text)TEXT("catalogue", catalogue);
}

size_t rassegna_sample_count(void) {
    return sizeof samples / sizeof samples[0];
}

struct rassegna_text rassegna_sample(size_t index) {
    return samples[index];
}
