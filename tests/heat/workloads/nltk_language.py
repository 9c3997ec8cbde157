# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stemming, tokenizing, tagging, parsing, measuring."""
import nltk
import nltk.metrics
import nltk.stem
import nltk.tokenize
from nltk.ccg import chart, lexicon
from nltk.translate import bleu_score

ANALYZE = "nltk"
PACKAGES = ["python3-nltk", "python3-click", "python3-joblib", "python3-regex", "python3-six"]

TEXT = "The quick brown foxes were running over the lazy dogs' houses, weren't they? Generally, national formalities continued happily. "


def work():
    words = nltk.tokenize.wordpunct_tokenize(TEXT * 30)
    for stemmer in (nltk.stem.PorterStemmer(), nltk.stem.LancasterStemmer(), nltk.stem.SnowballStemmer("english"), nltk.stem.SnowballStemmer("german")):
        [stemmer.stem(word) for word in words[:400]]
    nltk.tokenize.TreebankWordTokenizer().tokenize(TEXT * 10)
    nltk.tokenize.TweetTokenizer().tokenize(TEXT * 5 + " :-) #tag @user http://x.org")
    trained = nltk.tokenize.punkt.PunktTrainer(TEXT * 20)
    nltk.tokenize.punkt.PunktSentenceTokenizer(trained.get_params()).tokenize(TEXT * 10)
    distribution = nltk.ConditionalFreqDist(nltk.bigrams(words))
    [distribution[word].max() for word in distribution]
    nltk.edit_distance("intention of it", "execution of them")
    tags = [[("the", "DT"), ("dog", "NN"), ("runs", "VB")], [("a", "DT"), ("fox", "NN"), ("sleeps", "VB")]] * 10
    nltk.BigramTagger(tags, backoff=nltk.UnigramTagger(tags)).tag(["the", "fox", "runs"])
    grammar = nltk.CFG.fromstring("S -> NP VP\nNP -> D N | NP PP\nVP -> V NP | VP PP\nPP -> P NP\nD -> 'the'\nN -> 'dog' | 'man' | 'park'\nV -> 'saw'\nP -> 'in' | 'with'")
    sentence = "the dog saw the man in the park with the dog".split()
    for parser in (nltk.ChartParser(grammar), nltk.EarleyChartParser(grammar)):
        for tree in parser.parse(sentence):
            (tree.pformat(), tree.chomsky_normal_form(), list(tree.subtrees()))
    chunker = nltk.RegexpParser("NP: {<DT>?<NN>}")
    chunker.parse(tags[0])
    bleu_score.sentence_bleu([words[:30]], words[5:35])
    classifier = nltk.NaiveBayesClassifier.train([({"last": w[-1], "size": len(w)}, len(w) > 4) for w in words[:200]])
    classifier.classify({"last": "s", "size": 5})
