#include "web/texts/feed_texts.h"

#include "web/texts/texts.h"

namespace cartulary::web {

namespace {

constexpr FeedTexts english_words = {};

constexpr FeedTexts spanish = {.title = "Novedades de {registry}",
                               .title_of = "Novedades de {organization} en {registry}",
                               .created = "Nuevo: {name}",
                               .updated = "Modificado: {name}",
                               .deleted = "Eliminado: {name}",
                               .transferred = "Ahora de {owner}: {name}",
                               .about = "{kind} de {owner}, versión {number}.",
                               .owner_wrong = "owner debe ser el CTID de una organización",
                               .owner_unknown = "ninguna organización tiene aquí este CTID",
                               .before_wrong = "before debe ser el número de un cambio"};

}  // namespace

const FeedTexts& feed_texts(const Texts& page) {
    return page.language == "es" ? spanish : english_words;
}

}  // namespace cartulary::web
