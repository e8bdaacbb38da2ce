/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'L’essentiel',
  loading: 'Lecture de l’article…',
  empty: 'Il y a trop peu de texte à résumer ici.',
  error: 'Le résumé n’a pas pu être établi.',
  count: 'Phrases : {n} sur {all}',
  time: '{short} au lieu de {long}',
  length: 'Longueur',
  keywords: 'Mots-clés',
  why: 'Pourquoi cette phrase',
  copy: 'Copier',
  copyMarkdown: 'Copier en Markdown',
  copied: 'Copié',
  copyFailed: 'Le navigateur ne permet pas de copier ici.',
  shown: 'Le passage est surligné. La touche Échap ramène au résumé.',
  back: 'Retour au résumé',
  updated: 'Le résumé a été mis à jour.',
  note: 'Cité mot pour mot. Trouvé sur votre appareil : rien n’a été envoyé.',
  reasons: {
    position: 'Place dans l’article',
    centrality: 'Partagée par d’autres phrases',
    keywords: 'Termes clés',
    title: 'Mots du titre',
    names: 'Noms et nombres',
    length: 'Longueur',
    form: 'Forme',
    cue: 'Annonce l’essentiel',
    focus: 'Mots demandés',
    coverage: 'Apporte du nouveau',
  },
};
